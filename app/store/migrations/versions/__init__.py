"""One file a version, in order; a file once released is never changed."""
