/** Microsoft Graph as declarative HTTP interfaces, its errors turned into typed outcomes. */
@NamedInterface("graph")
@NullMarked
package io.patchbay.microsoft.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
