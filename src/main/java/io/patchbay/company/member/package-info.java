/** The people in a company and their roles. The last Full Admin with Access Management cannot go. */
@NullMarked
package io.patchbay.company.member;

import org.jspecify.annotations.NullMarked;
