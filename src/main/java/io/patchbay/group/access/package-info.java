/**
 * Who comes in through a security group: asked of Microsoft Graph at sign-in and again within a quarter of an hour.
 */
@NullMarked
package io.patchbay.group.access;

import org.jspecify.annotations.NullMarked;
