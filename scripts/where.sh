# where.sh -- where the tools, the other scripts and their data are.
#
# Read first by the scripts of an office.  Sets here, bin and share, installed
# or in a checkout; script NAME prints the path of another one of them.
here=$(dirname "$(readlink -f "$0")")
if [ -x "$here/netral-report" ]; then
	bin=$here
	share=${NETRAL_SHARE:-$here/../../share/netral}
else
	bin=$(dirname "$(command -v netral-report ||
	    echo "${here%/*}/build/bin/netral-report")")
	share=${NETRAL_SHARE:-${bin%/*}/share/netral}
fi

script() {
	[ -x "$here/netral-$1" ] && echo "$here/netral-$1" || echo "$here/$1"
}
