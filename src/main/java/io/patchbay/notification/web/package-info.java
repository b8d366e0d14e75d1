@NullMarked
package io.patchbay.notification.web;

import org.jspecify.annotations.NullMarked;
