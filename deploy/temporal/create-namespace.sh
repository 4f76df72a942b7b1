#!/bin/sh
# Creates Docket's namespace once Temporal answers. Closed workflows stay readable for 30 days; the proof itself lives in Docket's own tables.
set -eu
until temporal operator cluster health; do sleep 2; done
temporal operator namespace describe -n default || temporal operator namespace create -n default --retention 720h
