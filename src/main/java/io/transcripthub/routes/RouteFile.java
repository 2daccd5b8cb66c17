package io.transcripthub.routes;

import java.nio.file.Path;
import java.util.List;

/**
 * What a route file says.
 *
 * @param findings what the YAML DSL does not know
 */
record RouteFile(Path file, List<Element> elements, List<Value> values, List<Finding> findings) {}
