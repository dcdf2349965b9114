# shellcheck shell=bash
# A publisher of newer versions on this machine, and a till that is told of it. Who sources it says
# `config` and `log` of the till, `address` and `public_key` of the publisher, the folder `published`
# that is served there, and `office`, where the lists older.signed and newer.signed are.
# shellcheck disable=SC2154

publish() { cp "$office/$1.signed" "$published/releases.signed"; } # publish LIST
publish_changed() { sed '2,$s/99\.0\.0/98.0.0/g' "$office/newer.signed" >"$published/releases.signed"; }
asked_for() { grep -q "GET /$1 " /tmp/requests.log; }
says() { grep -qs -- "$1" "$log"; }
settings() { # settings FROM UNTIL: opening hours, in hours from now
    mkdir -p "${config%/*}"
    cat >"$config" <<TABLES
[till]
language = "en"
timezone = "UTC"
[updates]
url = "$address/releases.signed"
public_key = "$public_key"
open_from = "$(date -u -d "$1 hours" +%H:%M)"
open_until = "$(date -u -d "$2 hours" +%H:%M)"
TABLES
}
open_now() { settings -1 +1; }
closed_now() { settings +2 +3; }
