package io.patchbay.catalog.imports;

/** How many versions a batch stored, and how many it withdrew. */
record StoredBatch(int releases, int withdrawn) {}
