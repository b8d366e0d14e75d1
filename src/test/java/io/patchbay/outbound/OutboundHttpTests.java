package io.patchbay.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.outbound.OutboundAnswer.Answered;
import io.patchbay.outbound.OutboundAnswer.Cause;
import io.patchbay.outbound.OutboundAnswer.Reason;
import io.patchbay.outbound.OutboundAnswer.Refused;
import io.patchbay.outbound.OutboundAnswer.Unreachable;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.receiver.Behavior;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class OutboundHttpTests {

    private static final String PUBLIC = "93.184.215.14";

    private static SimulatedMicrosoft simulator;
    private static OutboundHttp http;
    private static OutboundHttp shy;

    @BeforeAll
    static void start() throws Exception {
        simulator = SimulatedMicrosoft.start(0, 0);
        var there = "127.0.0.1:" + simulator.backChannelAddress().getPort();
        http = new OutboundHttp(properties(there), InetAddress::getAllByName, trust());
        shy = new OutboundHttp(properties(), InetAddress::getAllByName, trust());
    }

    @AfterAll
    static void stop() throws IOException {
        http.close();
        shy.close();
        simulator.close();
    }

    @AfterEach
    void forget() {
        simulator.receivers().reset();
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.com/, NOT_HTTPS",
        "HTTP://127.0.0.1/, NOT_HTTPS",
        "ftp://hooks.example.com/, NOT_HTTPS",
        "file:///etc/passwd, NOT_HTTPS",
        "gopher://127.0.0.1:25/, NOT_HTTPS",
        "jar:https://hooks.example.com/!/, NOT_HTTPS",
        "//hooks.example.com/, NOT_HTTPS",
        "hooks.example.com, NOT_HTTPS",
        "'', NOT_HTTPS",
        "https:hooks.example.com, NOT_AN_ADDRESS",
        "https:///path, NOT_AN_ADDRESS",
        "https://user@127.0.0.1/, USER_INFO",
        "https://hooks.example.com@127.0.0.1/, USER_INFO",
        "https://user:password@hooks.example.com/, USER_INFO",
        "https://hooks.example.com\\@127.0.0.1/, NOT_AN_ADDRESS",
        "https://127.0.0.1\\.example.com/, NOT_AN_ADDRESS",
        "'https://hooks.example.com/ a', NOT_AN_ADDRESS",
        "https://exa_mple.com:443:80/, NOT_AN_ADDRESS",
        "https://hooks.example.com:22/, PORT",
        "https://hooks.example.com:25/, PORT",
        "https://hooks.example.com:80/, PORT",
        "https://hooks.example.com:5432/, PORT",
        "https://2130706433/, NOT_AN_ADDRESS",
        "https://0x7f000001/, NOT_AN_ADDRESS",
        "https://0x7f.1/, NOT_AN_ADDRESS",
        "https://127.1/, NOT_AN_ADDRESS",
        "https://0177.0.0.1/, NOT_AN_ADDRESS",
        "https://127.0.0.01/, NOT_AN_ADDRESS",
        "https://127.0.0.1./, NOT_AN_ADDRESS",
        "https://①②⑦.⓪.⓪.①/, NOT_AN_ADDRESS",
        "https://127.0.0.1/, NOT_PUBLIC",
        "https://127.0.0.1:8443/, NOT_PUBLIC",
        "https://127.255.255.254/, NOT_PUBLIC",
        "https://localhost/, NOT_PUBLIC",
        "https://LOCALHOST/, NOT_PUBLIC",
        "https://0.0.0.0/, NOT_PUBLIC",
        "https://0.1.2.3/, NOT_PUBLIC",
        "https://10.0.0.1/, NOT_PUBLIC",
        "https://100.64.0.1/, NOT_PUBLIC",
        "https://100.100.100.200/, NOT_PUBLIC",
        "https://168.63.129.16/, NOT_PUBLIC",
        "https://169.254.169.254/latest/meta-data/, NOT_PUBLIC",
        "https://169.254.170.2/, NOT_PUBLIC",
        "https://172.16.0.1/, NOT_PUBLIC",
        "https://172.31.255.255/, NOT_PUBLIC",
        "https://192.0.0.192/, NOT_PUBLIC",
        "https://192.0.2.1/, NOT_PUBLIC",
        "https://192.88.99.1/, NOT_PUBLIC",
        "https://192.168.1.1/, NOT_PUBLIC",
        "https://198.18.0.1/, NOT_PUBLIC",
        "https://198.51.100.1/, NOT_PUBLIC",
        "https://203.0.113.1/, NOT_PUBLIC",
        "https://224.0.0.1/, NOT_PUBLIC",
        "https://255.255.255.255/, NOT_PUBLIC",
        "https://[::1]/, NOT_PUBLIC",
        "https://[::]/, NOT_PUBLIC",
        "https://[::ffff:127.0.0.1]/, NOT_PUBLIC",
        "https://[::ffff:a9fe:a9fe]/, NOT_PUBLIC",
        "https://[::127.0.0.1]/, NOT_PUBLIC",
        "https://[64:ff9b::7f00:1]/, NOT_PUBLIC",
        "https://[64:ff9b:1::a00:1]/, NOT_PUBLIC",
        "https://[2002:7f00:1::]/, NOT_PUBLIC",
        "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/, NOT_PUBLIC",
        "https://[2001:db8::1]/, NOT_PUBLIC",
        "https://[3fff::1]/, NOT_PUBLIC",
        "https://[fc00::1]/, NOT_PUBLIC",
        "https://[fd00:ec2::254]/, NOT_PUBLIC",
        "https://[fe80::1]/, NOT_PUBLIC",
        "https://[fec0::1]/, NOT_PUBLIC",
        "https://[ff02::1]/, NOT_PUBLIC",
        "https://[100::1]/, NOT_PUBLIC"
    })
    void noAddressLeadsInside(String address, Reason reason) {
        assertThat(post(shy, address)).isEqualTo(new Refused(reason));
        assertThat(shy.get(address, Map.of())).isEqualTo(new Refused(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::200e"
            })
    void addressesBesideTheForbiddenOnesArePublic(String address) {
        assertThat(PublicAddresses.contain(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aTextThatCannotBeCalledIsToldBeforehand() {
        assertThat(shy.problemWith("https://hooks.example.com:22/")).contains(Reason.PORT);
        assertThat(shy.problemWith("https://hooks.example.com/x?y=z")).isEmpty();
        for (var inside : List.of(
                "10.0.0.1",
                "127.0.0.1:8443",
                "169.254.169.254",
                "[::1]",
                "[fd00::1]",
                "[::ffff:10.0.0.1]",
                "localhost")) {
            assertThat(shy.problemWith("https://" + inside + "/x")).as(inside).contains(Reason.NOT_PUBLIC);
        }
        assertThat(shy.problemWith("https://[2606:4700::1111]/x")).isEmpty();
    }

    @Test
    void aNameIsResolvedOnceSoThatItCannotLeadElsewhereAfterTheCheck() throws Exception {
        var asked = new AtomicInteger();
        NameResolver rebinding = host -> asked.getAndIncrement() == 0 ? addresses(PUBLIC) : addresses("127.0.0.1");
        try (var client = new OutboundHttp(properties(), rebinding, trust())) {
            var answer = post(client, "https://rebinding.example.com/");
            assertThat(asked).hasValue(1);
            assertThat(answer).isInstanceOf(Unreachable.class);

            assertThat(post(client, "https://rebinding.example.com/")).isEqualTo(new Refused(Reason.NOT_PUBLIC));
        }
    }

    @Test
    void aNameWithOneAddressInsideIsRefused() throws Exception {
        try (var client = new OutboundHttp(properties(), host -> addresses(PUBLIC, "10.1.2.3"), trust())) {
            assertThat(post(client, "https://both.example.com/")).isEqualTo(new Refused(Reason.NOT_PUBLIC));
        }
    }

    @Test
    void aNameThatNobodyKnowsIsSaidToBeUnknown() throws Exception {
        NameResolver nobody = host -> {
            throw new UnknownHostException(host);
        };
        try (var client = new OutboundHttp(properties(), nobody, trust())) {
            assertThat(post(client, "https://nobody.example.com/")).isEqualTo(new Unreachable(Cause.UNKNOWN_HOST));
        }
    }

    @Test
    void aResolverThatHangsDoesNotHoldTheCallUp() throws Exception {
        NameResolver hanging = host -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        try (var client = new OutboundHttp(properties(), hanging, trust())) {
            assertThat(post(client, "https://slow.example.com/")).isEqualTo(new Unreachable(Cause.TOO_SLOW));
        }
    }

    @Test
    void aTrustedReceiverGetsWhatIsSentAndItsAnswerIsTold() {
        assertThat(post(http, receiver("one"))).isInstanceOfSatisfying(Answered.class, answer -> {
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.taken()).isTrue();
            assertThat(answer.text()).isEqualTo("accepted");
        });
        assertThat(simulator.receivers().of("one")).singleElement().satisfies(delivery -> {
            assertThat(delivery.body()).isEqualTo("{\"é\":1}");
            assertThat(delivery.headers()).containsEntry("X-Test", "1").containsKey("Content-Type");
        });
    }

    @Test
    void withoutTheTrustTheSameAddressIsRefused() {
        assertThat(post(shy, receiver("one"))).isInstanceOf(Refused.class);
        assertThat(simulator.receivers().of("one")).isEmpty();
    }

    @Test
    void aCertificateThatIsNotTrustedEndsTheCall() throws Exception {
        var there = "127.0.0.1:" + simulator.backChannelAddress().getPort();
        try (var client = new OutboundHttp(properties(there), InetAddress::getAllByName, SSLContext.getDefault())) {
            assertThat(post(client, receiver("one"))).isEqualTo(new Unreachable(Cause.UNTRUSTED));
        }
    }

    @Test
    void aCertificateOfAnotherNameEndsTheCall() throws Exception {
        var port = simulator.backChannelAddress().getPort();
        try (var client = new OutboundHttp(properties("127.0.0.2:" + port), InetAddress::getAllByName, trust())) {
            var answer = post(client, "https://127.0.0.2:" + port + "/receivers/one");
            assertThat(answer).isInstanceOf(Unreachable.class);
            assertThat(simulator.receivers().of("one")).isEmpty();
        }
    }

    @Test
    void whatIsSentIsNotSentOnByARedirect() {
        simulator.receivers().behave("one", Behavior.REDIRECTS_FOR_EVER);
        assertThat(post(http, receiver("one")))
                .isInstanceOfSatisfying(
                        Answered.class, answer -> assertThat(answer.status()).isEqualTo(307));
        assertThat(simulator.receivers().of("one")).hasSize(1);
    }

    @Test
    void aRedirectIsCheckedLikeTheAddressItself() {
        simulator.receivers().behave("one", Behavior.REDIRECTS_INSIDE);
        assertThat(http.get(receiver("one"), Map.of())).isEqualTo(new Refused(Reason.NOT_PUBLIC));
    }

    @Test
    void redirectsEnd() {
        simulator.receivers().behave("one", Behavior.REDIRECTS_FOR_EVER);
        assertThat(http.get(receiver("one"), Map.of())).isEqualTo(new Refused(Reason.TOO_MANY_REDIRECTS));
        assertThat(simulator.receivers().of("one")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HANGS", "DRIPS"})
    void aCallEndsHoweverSlowTheAnswerIs(Behavior behavior) {
        simulator.receivers().behave("one", behavior);
        var start = System.nanoTime();
        assertThat(post(http, receiver("one"))).isEqualTo(new Unreachable(Cause.TOO_SLOW));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anEndlessAnswerIsReadNoFurtherThanAllowed() {
        simulator.receivers().behave("one", Behavior.NEVER_ENDS);
        assertThat(post(http, receiver("one"))).isInstanceOfSatisfying(Answered.class, answer -> {
            assertThat(answer.body()).hasSize(1024);
            assertThat(answer.shortened()).isTrue();
        });
    }

    @Test
    void aReceiverMayAskToBeLeftAlone() {
        simulator.receivers().behave("one", Behavior.THROTTLES);
        assertThat(post(http, receiver("one"))).isInstanceOfSatisfying(Answered.class, answer -> {
            assertThat(answer.taken()).isFalse();
            assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        });
    }

    private static OutboundAnswer post(OutboundHttp client, String address) {
        return client.post(
                address,
                Map.of("X-Test", "1"),
                "application/json; charset=UTF-8",
                "{\"é\":1}".getBytes(StandardCharsets.UTF_8));
    }

    private static String receiver(String name) {
        return simulator.receiverAddress(name).toString();
    }

    private static OutboundProperties properties(String... trusted) {
        return new OutboundProperties(
                Set.of(trusted),
                null,
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                DataSize.ofBytes(1024));
    }

    private static InetAddress[] addresses(String... literals) {
        return java.util.stream.Stream.of(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static SSLContext trust() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(simulator.trustStore())) {
            store.load(in, simulator.trustStorePassword().toCharArray());
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
