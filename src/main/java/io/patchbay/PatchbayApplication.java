package io.patchbay;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PatchbayApplication {

    /** Starts the portal with the given command-line properties. */
    public static void main(String[] args) {
        SpringApplication.run(PatchbayApplication.class, args);
    }
}
