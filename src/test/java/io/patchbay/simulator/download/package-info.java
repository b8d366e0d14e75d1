/**
 * Where installers are downloaded from: about sixty real applications whose files are generated, and the folder of WinGet
 * manifests that leads to them. Versions can be published and withdrawn, and downloads can be made to fail.
 */
@NullMarked
package io.patchbay.simulator.download;

import org.jspecify.annotations.NullMarked;
