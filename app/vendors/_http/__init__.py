"""The HTTP client of all vendors: deadlines, one reused connection, and errors in our words."""

from app.vendors._http.client import Deadlines, JsonReply, VendorHttp, path_segment
from app.vendors._http.connect import connect_only

__all__ = ["Deadlines", "JsonReply", "VendorHttp", "connect_only", "path_segment"]
