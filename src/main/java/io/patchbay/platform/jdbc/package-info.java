/** What statements of the JdbcClient share. */
@NullMarked
package io.patchbay.platform.jdbc;

import org.jspecify.annotations.NullMarked;
