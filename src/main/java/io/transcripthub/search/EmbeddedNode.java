package io.transcripthub.search;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The OpenSearch node behind {@link EmbeddedSearch}. Its classes exist only in the class loader that is given, so it is
 * reached by reflection, and with that loader as the thread's own.
 */
final class EmbeddedNode implements AutoCloseable {
    private static final String SETTINGS = "/search/server.yml";
    private static final String LOGGING = "/search/server-log.properties";

    private final ClassLoader loader;
    private final Object node;

    private EmbeddedNode(ClassLoader loader, Object node) {
        this.loader = loader;
        this.node = node;
    }

    /** @throws IllegalStateException when the server does not start, with its reason */
    static EmbeddedNode start(ClassLoader loader, Path home, int port) {
        return within(loader, () -> {
            logTo(loader, Files.createDirectories(home.resolve("logs")));
            EmbeddedNode started = new EmbeddedNode(loader, node(loader, home, port));
            try {
                call(started.node, "start");
                awaitRecovery(started.port());
                return started;
            } catch (Exception e) {
                started.close();
                throw e;
            }
        });
    }

    /** The HTTP port that it listens on. */
    int port() {
        return within(loader, () -> {
            Class<?> http = loader.loadClass("org.opensearch.http.HttpServerTransport");
            Object transport = call(call(node, "injector"), "getInstance", http);
            return (Integer) call(call(call(transport, "boundAddress"), "publishAddress"), "getPort");
        });
    }

    @Override
    public void close() {
        within(loader, () -> call(node, "close"));
    }

    /** The port opens before the indices of an earlier run do; those that take longer answer 503 meanwhile. */
    private static void awaitRecovery(int port) throws IOException {
        URI health = URI.create("http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=10s");
        ((HttpURLConnection) health.toURL().openConnection()).getResponseCode();
    }

    private static void logTo(ClassLoader loader, Path folder) throws ReflectiveOperationException, URISyntaxException {
        loader.loadClass("org.apache.logging.log4j.core.lookup.MainMapLookup")
                .getMethod("setMainArguments", String[].class)
                .invoke(null, (Object) new String[] {folder.toString()});
        loader.loadClass("org.apache.logging.log4j.core.config.Configurator")
                .getMethod("initialize", String.class, ClassLoader.class, URI.class)
                .invoke(
                        null,
                        "search",
                        loader,
                        EmbeddedNode.class.getResource(LOGGING).toURI());
    }

    private static Object node(ClassLoader loader, Path home, int port)
            throws ReflectiveOperationException, IOException {
        Class<?> environment = loader.loadClass("org.opensearch.env.Environment");
        Object settings = settings(loader, home, port);
        Constructor<?> constructor = loader.loadClass("org.opensearch.node.Node")
                .getDeclaredConstructor(environment, Collection.class, boolean.class);
        constructor.setAccessible(true);
        return constructor.newInstance(
                environment
                        .getConstructor(settings.getClass(), Path.class)
                        .newInstance(settings, home.resolve("config")),
                List.of(loader.loadClass("org.opensearch.transport.Netty4Plugin")),
                true);
    }

    private static Object settings(ClassLoader loader, Path home, int port)
            throws ReflectiveOperationException, IOException {
        Object builder = loader.loadClass("org.opensearch.common.settings.Settings")
                .getMethod("builder")
                .invoke(null);
        try (InputStream yaml = EmbeddedNode.class.getResourceAsStream(SETTINGS)) {
            call(builder, "loadFromStream", SETTINGS, yaml, false);
        }
        call(builder, "put", "path.home", home.toString());
        call(builder, "put", "path.data", home.resolve("data").toString());
        call(builder, "put", "path.logs", home.resolve("logs").toString());
        call(builder, "put", "http.port", Integer.toString(port));
        return call(builder, "build");
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        Method method = Arrays.stream(target.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(name) && takes(candidate, arguments))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(target.getClass() + "." + name));
        method.setAccessible(true);
        return method.invoke(target, arguments);
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i]) && !(types[i] == boolean.class && arguments[i] instanceof Boolean)) {
                return false;
            }
        }
        return true;
    }

    private static <T> T within(ClassLoader loader, Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (Exception e) {
            Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
            throw new IllegalStateException("embedded search: " + words(reason), reason);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String words(Throwable reason) {
        String message = String.valueOf(reason.getMessage());
        boolean locked = reason instanceof OverlappingFileLockException || message.contains("obtain node locks");
        return locked ? "its data folder is in use by another server" : message;
    }
}
