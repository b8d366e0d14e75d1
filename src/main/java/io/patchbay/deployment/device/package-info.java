/**
 * What runs on a device: how an installed application is found, detected and uninstalled there, and the PowerShell that does
 * it. The scripts are files under {@code resources/device}; the facts they follow are I1 to I8 of "Intune in the field".
 */
@NullMarked
package io.patchbay.deployment.device;

import org.jspecify.annotations.NullMarked;
