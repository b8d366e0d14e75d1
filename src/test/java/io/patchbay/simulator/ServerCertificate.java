package io.patchbay.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A self-signed certificate for localhost and 127.0.0.1, in a key store and a trust store of their own. */
record ServerCertificate(Path keyStore, Path trustStore, Path pem) {
    static final String PASSWORD = "simulator";
    private static final String ALIAS = "simulator";

    static ServerCertificate create() {
        try {
            Path folder = Files.createTempDirectory("simulated-microsoft");
            Path keyStore = folder.resolve("key.p12");
            generate(keyStore);
            Path trustStore = folder.resolve("trust.p12");
            Path pem = folder.resolve("certificate.pem");
            writeTrust(keyStore, trustStore, pem);
            for (Path path : List.of(folder, keyStore, trustStore, pem)) {
                path.toFile().deleteOnExit();
            }
            return new ServerCertificate(keyStore, trustStore, pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate(Path keyStore) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "3650",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool has made no certificate: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void writeTrust(Path keyStore, Path trustStore, Path pem)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        Files.writeString(pem, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
    }

    /** The private key as PEM (PKCS#8), for clients that are to sign with it. */
    String privateKey() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        return pem("PRIVATE KEY", keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
    }

    private static String pem(String what, byte[] content) {
        String encoded = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, encoded);
    }

    void delete() {
        try {
            Files.deleteIfExists(keyStore);
            Files.deleteIfExists(trustStore);
            Files.deleteIfExists(pem);
            Files.deleteIfExists(trustStore.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
