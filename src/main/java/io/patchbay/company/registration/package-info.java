/** Creating a company. */
@NullMarked
package io.patchbay.company.registration;

import org.jspecify.annotations.NullMarked;
