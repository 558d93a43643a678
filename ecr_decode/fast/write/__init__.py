"""Writing quickly: one emitter of source for a description, and two sinks, JSON and XML."""
