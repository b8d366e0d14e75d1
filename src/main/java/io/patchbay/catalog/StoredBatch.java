package io.patchbay.catalog;

/** How many versions a batch stored, and how many it withdrew. */
record StoredBatch(int releases, int withdrawn) {}
