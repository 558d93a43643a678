"""Reading XML quickly: ElementTree's elements, taken apart by functions made for a description."""
