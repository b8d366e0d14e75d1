/** The account page. */
@NullMarked
package io.patchbay.account.web;

import org.jspecify.annotations.NullMarked;
