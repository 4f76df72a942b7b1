#!/bin/sh
# Creates and updates Temporal's two databases; safe to run again.
set -eu
for name in temporal visibility; do
  database=temporal
  [ "$name" = temporal ] || database=temporal_visibility
  tool="temporal-sql-tool --plugin postgres12 --ep postgres -u docket -p 5432 --db $database"
  $tool create
  $tool setup-schema -v 0.0 || echo "schema of $database is already set up"
  $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$name/versioned"
done
