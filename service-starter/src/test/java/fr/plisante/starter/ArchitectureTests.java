package fr.plisante.starter;

import fr.plisante.local.test.HouseRules;

class ArchitectureTests implements HouseRules {}
