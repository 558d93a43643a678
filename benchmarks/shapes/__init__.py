"""What codecs say, shape by shape, beside the libraries that users would otherwise choose."""
