package fr.plisante.testkit;

class ArchitectureTests implements HouseRules {}
