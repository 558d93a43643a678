"""Writing quickly: one emitter of source for a description, and two sinks that say what JSON and XML are made of."""
