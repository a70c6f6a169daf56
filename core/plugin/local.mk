# core/plugin/local.mk
