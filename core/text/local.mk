# core/text/local.mk
