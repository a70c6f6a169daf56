# core/batch/local.mk
