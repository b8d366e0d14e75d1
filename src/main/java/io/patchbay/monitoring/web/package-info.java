/** The operator's page. */
@NullMarked
package io.patchbay.monitoring.web;

import org.jspecify.annotations.NullMarked;
