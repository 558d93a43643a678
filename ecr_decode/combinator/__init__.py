"""The combinators: functions that build codecs, one concept a file."""
