"""The HTTP client of all vendors: deadlines, one reused connection, and errors in our words."""

from app.vendors._http.client import Deadlines, JsonReply, VendorHttp, path_segment

__all__ = ["Deadlines", "JsonReply", "VendorHttp", "path_segment"]
