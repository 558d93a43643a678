"""Fast paths: the same meaning in less time; what is not accepted at once goes to the plain interpreters.

Each is loaded when a codec first needs it: `read_json.run`, `read_xml.run` and `write.run`.
"""
