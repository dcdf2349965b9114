#!/usr/bin/env bash
# Boot a bare system by its own systemd, apart from this one: called by prove_till.sh, not by hand,
# as the first process of namespaces of its own.
#   boot.sh ROOT CGROUP
# It has no network but its own loopback, no device but the harmless ones, and may change nothing of
# this kernel. CGROUP is an empty control group made for it.
set -euo pipefail

root=$1
if [[ -n ${2:-} ]]; then
    echo 0 >"$2/cgroup.procs"
    exec unshare --cgroup bash "${BASH_SOURCE[0]}" "$root"
fi

mount --bind "$root" "$root"
cd -- "$root"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=755 tmpfs dev
for device in null zero full random urandom tty; do
    mknod -m 666 "dev/$device" c "$(stat -c '0x%t' "/dev/$device")" "$(stat -c '0x%T' "/dev/$device")"
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666,gid=5 devpts dev/pts
ln -s pts/ptmx dev/ptmx
mount -t tmpfs tmpfs dev/shm
ip link set lo up

pivot_root . mnt
# shellcheck disable=SC2093  # this is the end
exec chroot . sh -c 'umount -l /mnt
    exec env -i container=proof PATH=/usr/sbin:/usr/bin:/sbin:/bin setpriv \
        --bounding-set=-sys_module,-sys_time,-sys_boot,-mac_admin,-mac_override /lib/systemd/systemd --log-target=journal' </dev/null
