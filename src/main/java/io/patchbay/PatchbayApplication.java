package io.patchbay;

import io.patchbay.startup.CheckCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PatchbayApplication {

    /** Starts the portal with the given command-line properties; with {@code --check} it checks them and ends. */
    public static void main(String[] args) {
        if (CheckCommand.wanted(args)) {
            System.exit(CheckCommand.run(System.out, args));
        }
        SpringApplication.run(PatchbayApplication.class, args);
    }
}
