/** Headers of e-mail. Names of companies, people and applications stand in them, and none of them may become a header. */
@NullMarked
package io.patchbay.platform.mail;

import org.jspecify.annotations.NullMarked;
