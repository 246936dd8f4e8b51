#!/bin/sh
# What the disk image of `make boot` has beside that of `make image`: a shell of root on the serial line.
set -eu
mkdir -p /etc/systemd/system/serial-getty@ttyS0.service.d
cat >/etc/systemd/system/serial-getty@ttyS0.service.d/root.conf <<'UNIT'
[Service]
ExecStart=
ExecStart=-/sbin/agetty --autologin root --noclear --keep-baud 115200 - dumb
UNIT
printf 'export PAGER=cat SYSTEMD_COLORS=0\nset +m\n' >/etc/profile.d/serial-line.sh
# a server of shares, which starts when a scene asks for it
apt-get -qq -y --no-install-recommends install samba exfatprogs >/dev/null 2>&1
systemctl --quiet disable smbd nmbd samba-ad-dc 2>/dev/null || true
cat >/etc/samba/smb.conf <<'SMB'
[global]
server role = standalone server
map to guest = bad user
load printers = no
disable spoolss = yes
disable netbios = yes
[packs]
path = /var/tmp/packs
guest ok = yes
read only = yes
SMB
