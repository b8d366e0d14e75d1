/** Name, country and addresses of a company. */
@NullMarked
package io.patchbay.company.settings;

import org.jspecify.annotations.NullMarked;
