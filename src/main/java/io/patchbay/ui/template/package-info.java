/** How templates are read and spoken: what Thymeleaf keeps of them and of what they print, and where their texts come from. */
@NullMarked
package io.patchbay.ui.template;

import org.jspecify.annotations.NullMarked;
