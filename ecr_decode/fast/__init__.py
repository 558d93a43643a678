"""Fast paths: the same meaning in less time; what is not accepted at once goes to the plain interpreters.

Each is loaded when a codec first needs it: `json.run`, `xml.run`, `encode.run` and `encode_xml.run`.
"""
