"""The HTTP client of all vendors: deadlines, one reused connection, and errors in our words."""

from app.vendors._http.calls import JsonReply, as_json
from app.vendors._http.client import VendorHttp
from app.vendors._http.connect import connect_only
from app.vendors._http.login import ClientCredentials, Login
from app.vendors._http.opening import Deadlines, idle_between
from app.vendors._http.places import LONGEST_ID, is_order_id, order_path, path_segment
from app.vendors._http.probing import probe_by, probe_cause_of, result_of

__all__ = [
    "LONGEST_ID",
    "ClientCredentials",
    "Deadlines",
    "JsonReply",
    "Login",
    "VendorHttp",
    "as_json",
    "connect_only",
    "idle_between",
    "is_order_id",
    "order_path",
    "path_segment",
    "probe_by",
    "probe_cause_of",
    "result_of",
]
