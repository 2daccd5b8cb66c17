package io.transcripthub.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.transcripthub.network.TestAuthority.Issued;
import io.transcripthub.sandbox.Sandbox;
import io.transcripthub.sandbox.SandboxOptions;
import io.transcripthub.search.SearchServer;
import io.transcripthub.settings.Settings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What TLS servers and a proxy see of the hub's two kinds of clients, and what the clients put up with. */
class ConnectionTest {
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private static Path folder;

    private static TestAuthority corporate;
    private static TestAuthority stranger;
    private static Issued local;
    private static Issued client;
    private static HttpServer server;
    private static final List<String> PATHS = new CopyOnWriteArrayList<>();

    /** The clients that there are: that of vendors and webhooks, that of search, and that of a team's own http endpoints. */
    enum Client {
        VERTX {
            @Override
            int ask(URI address, Connection connection) throws Throwable {
                WebClient web = WebClient.create(ConnectionTest.VERTX, connection.webClientOptions());
                try {
                    return web.getAbs(address.toString())
                            .timeout(5_000)
                            .send()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .get()
                            .statusCode();
                } catch (ExecutionException failed) {
                    throw failed.getCause();
                } finally {
                    web.close();
                }
            }
        },
        SEARCH {
            @Override
            int ask(URI address, Connection connection) throws Throwable {
                try (RestClient search =
                        SearchServer.of(address).over(connection).connect()) {
                    return search.performRequest(new Request("GET", "/"))
                            .getStatusLine()
                            .getStatusCode();
                } catch (ResponseException refused) {
                    return refused.getResponse().getStatusLine().getStatusCode();
                }
            }
        },
        CAMEL_HTTP {
            @Override
            int ask(URI address, Connection connection) throws Throwable {
                try (DefaultCamelContext camel = new DefaultCamelContext()) {
                    camel.addComponent(address.getScheme(), HttpEndpoints.over(connection, address.getScheme()));
                    camel.start();
                    Exchange exchange = camel.createFluentProducerTemplate()
                            .to(address + "?throwExceptionOnFailure=false")
                            .send();
                    if (exchange.getException() != null) {
                        throw exchange.getException();
                    }
                    return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
                }
            }
        };

        abstract int ask(URI address, Connection connection) throws Throwable;

        /** The status, or why there was none. */
        String get(URI address, Connection connection) {
            try {
                return String.valueOf(ask(address, connection));
            } catch (Throwable failed) {
                return ConnectionFault.words(failed).orElse(failed.toString());
            }
        }
    }

    @BeforeAll
    static void start() throws Exception {
        corporate = TestAuthority.named(folder, "Corporate CA");
        stranger = TestAuthority.named(folder, "Stranger");
        local = corporate.issue("local", "DNS:vendor.test,IP:127.0.0.1");
        client = corporate.issue("hub", "DNS:hub.test");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            PATHS.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void forget() {
        PATHS.clear();
    }

    @ParameterizedTest
    @EnumSource
    void a_server_of_the_own_authority_is_believed(Client kind) throws Exception {
        try (TlsFront front = TlsFront.before(port(), corporate, local)) {
            assertThat(kind.get(https("127.0.0.1", front.port()), bundled())).isEqualTo("200");
            assertThat(front.clients()).containsExactly("nobody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_of_an_unknown_authority_is_told_by_its_name_and_gets_no_request(Client kind) throws Exception {
        try (TlsFront front = TlsFront.before(port(), stranger, stranger.issue("other", "IP:127.0.0.1"))) {
            assertThat(kind.get(https("127.0.0.1", front.port()), bundled()))
                    .isEqualTo("the server's certificate is signed by 'CN=Stranger', which is not known;"
                            + " put that CA's certificate into tls.ca-bundle");
            assertThat(PATHS).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_a_bundle_only_javas_authorities_are_believed(Client kind) throws Exception {
        try (TlsFront front = TlsFront.before(port(), corporate, local)) {
            assertThat(kind.get(https("127.0.0.1", front.port()), to("search")))
                    .contains("'CN=Corporate CA', which is not known");
            assertThat(PATHS).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_for_another_host_is_refused(Client kind) throws Exception {
        try (TlsFront front = TlsFront.before(port(), corporate, corporate.issue("elsewhere", "DNS:elsewhere.test"))) {
            assertThat(kind.get(https("127.0.0.1", front.port()), bundled()))
                    .startsWith("the server's certificate is not valid for it: ")
                    .contains("127.0.0.1");
            assertThat(PATHS).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_client_certificate_is_shown_to_who_demands_one(Client kind) throws Exception {
        try (TlsFront front = TlsFront.demanding(port(), corporate, local)) {
            assertThat(kind.get(https("127.0.0.1", front.port()), identified())).isEqualTo("200");
            assertThat(front.clients()).containsExactly("CN=hub");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_demands_a_client_certificate_gets_no_request_without(Client kind) throws Exception {
        try (TlsFront front = TlsFront.demanding(port(), corporate, local)) {
            assertThat(kind.get(https("127.0.0.1", front.port()), bundled()))
                    .matches("the server asks for another client certificate \\(\\w+\\); check tls.client-cert");
            assertThat(PATHS).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_of_one_target_is_not_shown_to_another(Client kind) throws Exception {
        try (TlsFront front = TlsFront.before(port(), corporate, local)) {
            Connection other = to(
                    "webhook",
                    "tls.ca-bundle",
                    corporate.certificate(),
                    "search.tls.client-cert",
                    client.certificate(),
                    "search.tls.client-key",
                    client.key());
            assertThat(kind.get(https("127.0.0.1", front.port()), other)).isEqualTo("200");
            assertThat(front.clients()).containsExactly("nobody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_without_tls_is_told(Client kind) {
        try (Sandbox plain = Sandbox.start(SandboxOptions.defaults())) {
            assertThat(kind.get(https("127.0.0.1", plain.port()), bundled()))
                    .isEqualTo("the server does not speak TLS there; does it expect http?");
        }
    }

    @ParameterizedTest
    @EnumSource
    void https_goes_through_the_proxy_as_its_user_and_is_checked_all_the_same(Client kind) throws Exception {
        try (TestProxy proxy = new TestProxy();
                TlsFront front = TlsFront.before(port(), corporate, local);
                TlsFront strange = TlsFront.before(port(), stranger, stranger.issue("it", "DNS:vendor.test"))) {
            Connection through = proxied(proxy, TestProxy.PASSWORD);
            assertThat(kind.get(https("vendor.test", front.port()), through)).isEqualTo("200");
            assertThat(kind.get(https("vendor.test", strange.port()), through)).contains("CN=Stranger");
            assertThat(kind.get(https("elsewhere.test", front.port()), through)).contains("elsewhere.test");
            assertThat(proxy.targets()).contains("vendor.test:" + front.port(), "vendor.test:" + strange.port());
            assertThat(PATHS).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void http_goes_through_the_proxy_as_its_user(Client kind) throws Exception {
        try (TestProxy proxy = new TestProxy()) {
            URI plain = URI.create("http://vendor.test:" + port() + "/");
            assertThat(kind.get(plain, proxied(proxy, TestProxy.PASSWORD))).isEqualTo("200");
            assertThat(proxy.targets()).containsExactly("vendor.test:" + port());
        }
    }

    @ParameterizedTest
    @EnumSource
    void this_machine_is_called_without_the_proxy(Client kind) throws Exception {
        try (TestProxy proxy = new TestProxy();
                TlsFront front = TlsFront.before(port(), corporate, local)) {
            assertThat(kind.get(https("127.0.0.1", front.port()), proxied(proxy, TestProxy.PASSWORD)))
                    .isEqualTo("200");
            assertThat(proxy.targets()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_host_that_is_excepted_is_called_without_the_proxy(Client kind) throws Exception {
        try (TestProxy proxy = new TestProxy()) {
            Connection through = to("search", "proxy.url", proxy.url(), "proxy.bypass", "other.corp, .test");
            assertThat(kind.get(https("vendor.test", 9), through))
                    .doesNotContain("407")
                    .contains("vendor.test");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_proxy_that_refuses_the_user_is_told_without_the_password(Client kind) throws Exception {
        try (TestProxy proxy = new TestProxy()) {
            String words = kind.get(https("vendor.test", 443), proxied(proxy, "wr0ng"));
            assertThat(words.replace("407", ConnectionFault.proxyAnswers(407)))
                    .contains("check proxy.username and proxy.password")
                    .doesNotContain("wr0ng");
            assertThat(proxy.targets()).isEmpty();
        }
    }

    @Test
    void its_words_hold_no_secret() throws IOException {
        try (TestProxy proxy = new TestProxy()) {
            Connection through = proxied(proxy, TestProxy.PASSWORD);
            assertThat(through.proxy().orElseThrow())
                    .hasToString(proxy.url() + " as hub, but not for localhost, 127.*, ::1, [::1]");
            assertThat(through.toString()).doesNotContain(TestProxy.PASSWORD);
        }
    }

    private static Connection bundled() {
        return to("search", "tls.ca-bundle", corporate.certificate());
    }

    private static Connection identified() {
        return to(
                "search",
                "tls.ca-bundle",
                corporate.certificate(),
                "search.tls.client-cert",
                client.certificate(),
                "search.tls.client-key",
                client.key());
    }

    private static Connection proxied(TestProxy proxy, String password) {
        return to(
                "search",
                "tls.ca-bundle",
                corporate.certificate(),
                "proxy.url",
                proxy.url(),
                "proxy.username",
                TestProxy.USER,
                "proxy.password",
                password);
    }

    private static Connection to(String target, Object... overrides) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < overrides.length; i += 2) {
            settings.put(overrides[i].toString(), overrides[i + 1].toString());
        }
        return new Connections(Settings.load(folder.resolve("none"), Map.of(), settings), InstantSource.system())
                .to(target);
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static URI https(String host, int port) {
        return URI.create("https://" + host + ":" + port);
    }
}
