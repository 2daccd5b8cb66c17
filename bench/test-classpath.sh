# Sourced by benches that run classes of src/test: compiles, and sets classpath. Needs the project's folder as working directory.
mvn -q -B test-compile >&2
libraries=target/test.classpath
if [ ! -e "$libraries" ] || [ pom.xml -nt "$libraries" ]; then
  mvn -q -B dependency:build-classpath -Dmdep.outputFile="$libraries" -Dmdep.includeScope=test >&2
fi
classpath="target/test-classes:target/classes:$(cat "$libraries")"
