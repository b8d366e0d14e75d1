package io.patchbay.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulated Microsoft without a portal, for clients in other languages (src/test/node). It writes where it is into the
 * file that its only argument names, with a key pair that no application knows yet, and ends with its standard input.
 */
public final class SimulatorAlone {
    private SimulatorAlone() {}

    /** Starts it on free ports. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        try (SimulatedMicrosoft microsoft = SimulatedMicrosoft.start(0, 0)) {
            Map<String, String> found = new LinkedHashMap<>();
            found.put("browser", microsoft.browserAddress().toString());
            found.put("backChannel", microsoft.backChannelAddress().toString());
            found.put("certificate", microsoft.certificate().toString());
            found.put("clientId", SimulatedMicrosoft.CLIENT_ID);
            found.put("clientSecret", SimulatedMicrosoft.CLIENT_SECRET);
            found.put("password", SimulatedMicrosoft.PASSWORD);
            ServerCertificate client = ServerCertificate.create();
            found.put("clientCertificate", Files.readString(client.pem()));
            found.put("clientKey", client.privateKey());
            client.delete();
            Path file = Path.of(args[0]);
            Path written = Files.writeString(
                    file.resolveSibling(file.getFileName() + ".part"), new JsonMapper().writeValueAsString(found));
            Files.move(written, file);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
