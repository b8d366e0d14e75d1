/** Entra ID security groups that give access to a company. Membership is asked of Microsoft Graph, nested groups included, at sign-in and again before a quarter of an hour is over; whoever is not known to be in a group does not come in. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "ui",
            "event",
            "microsoft",
            "microsoft::identity",
            "microsoft::graph",
            "company",
            "environment"
        })
@NullMarked
package io.patchbay.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
