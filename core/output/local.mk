# core/output/local.mk
