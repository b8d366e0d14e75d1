/**
 * The sessions a person is signed in with. Nobody sees or ends the session of somebody else; it ends by itself with the
 * access it was for. No session's identifier leaves this package.
 */
@NullMarked
package io.patchbay.account.session;

import org.jspecify.annotations.NullMarked;
