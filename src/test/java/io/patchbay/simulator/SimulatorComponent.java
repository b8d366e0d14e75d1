package io.patchbay.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A part of the simulated Microsoft. The portal's component scan passes by, for want of the profile. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
@Profile(SimulatorComponent.PROFILE)
public @interface SimulatorComponent {

    /** Active only in the simulator's own application context. */
    String PROFILE = "simulated-microsoft";
}
