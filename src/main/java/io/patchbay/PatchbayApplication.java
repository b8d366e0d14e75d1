package io.patchbay;

import io.patchbay.startup.CheckCommand;
import io.patchbay.startup.RotateKeysCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PatchbayApplication {

    /** Starts the portal with the given command-line properties; {@code --check} and {@code --rotate-keys} do something else and end. */
    public static void main(String[] args) {
        if (CheckCommand.wanted(args)) {
            System.exit(CheckCommand.run(System.out, args));
        }
        if (RotateKeysCommand.wanted(args)) {
            System.exit(RotateKeysCommand.run(System.out, PatchbayApplication.class, args));
        }
        SpringApplication.run(PatchbayApplication.class, args);
    }
}
