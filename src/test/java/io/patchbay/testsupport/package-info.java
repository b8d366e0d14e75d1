/** What tests and the default run stand on: PostgreSQL, the simulated Microsoft, and a portal started beside them. */
@NullMarked
package io.patchbay.testsupport;

import org.jspecify.annotations.NullMarked;
