# plugins/local.mk - one line a plugin; what it builds stands beside it
plugin_cppflags = -I$(srcdir)/include -I$(builddir)/include $(GLIB_CFLAGS)
plugin_cflags = $(AM_CFLAGS) -fvisibility=hidden
plugin_ldflags = -module $(AM_LDFLAGS) $(JD_PLUGIN_LDFLAGS)
plugin_libadd = libjiandu.la $(GLIB_LIBS)

include plugins/achievement/local.mk
include plugins/keyword/local.mk
include plugins/metadata/local.mk
include plugins/number/local.mk
include plugins/paragraph/local.mk
include plugins/section/local.mk
include plugins/target/local.mk
