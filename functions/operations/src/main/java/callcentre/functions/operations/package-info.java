@org.jspecify.annotations.NullMarked
package callcentre.functions.operations;
