/**
 * The overview: the page that people come to. It asks all modules what needs somebody, what there is and what happened last,
 * and shows a company that is new the way to its first deployment.
 */
@NullMarked
package io.patchbay.ui.overview;

import org.jspecify.annotations.NullMarked;
